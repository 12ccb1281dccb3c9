/** Washington D. C. to Maine. The format is explained in places.ts. */
export const northeasternPlaces = `
202;DC;236;America/New_York;Washington,20001,38.90,-77.04,WASHINGTON ZONE 1,washngzn01
301;MD;236;America/New_York;Bethesda,20814,38.98,-77.10;Silver Spring,20910,38.99,-77.03;Rockville,20850,39.08,-77.15
301;MD;240;America/New_York;Hagerstown,21740,39.64,-77.72;Frederick,21701,39.41,-77.41
410;MD;238;America/New_York;Baltimore,21202,39.29,-76.61;Annapolis,21401,38.98,-76.49
410;MD;242;America/New_York;Salisbury,21801,38.36,-75.60;Ocean City,21842,38.34,-75.08
302;DE;228;America/New_York;Wilmington,19801,39.74,-75.55;Dover,19901,39.16,-75.52;Rehoboth Beach,19971,38.72,-75.08,REHOBOTH
304;WV;254;America/New_York;Charleston,25301,38.35,-81.63;Huntington,25701,38.42,-82.44
304;WV;256;America/New_York;Morgantown,26501,39.63,-79.96
215;PA;228;America/New_York;Philadelphia,19103,39.95,-75.17,PHILADELPHIA ZONE 1,phladlpzn1;Doylestown,18901,40.31,-75.13
  Lansdale,19446,40.24,-75.28
412;PA;234;America/New_York;Pittsburgh,15222,40.44,-80.00,PITTSBURGH ZONE 1,pitsbgzn01;McKeesport,15132,40.35,-79.86
717;PA;226;America/New_York;Harrisburg,17101,40.26,-76.88;Lancaster,17602,40.04,-76.31;York,17401,39.96,-76.73
814;PA;924;America/New_York;Erie,16501,42.13,-80.09
814;PA;230;America/New_York;Altoona,16601,40.52,-78.39;State College,16801,40.79,-77.86,STATE COLLEGE,statecollg
201;NJ;224;America/New_York;Jersey City,07302,40.72,-74.04;Hackensack,07601,40.89,-74.04;Hoboken,07030,40.74,-74.03
973;NJ;224;America/New_York;Newark,07102,40.74,-74.17;Paterson,07505,40.92,-74.17;Morristown,07960,40.80,-74.48
609;NJ;222;America/New_York;Trenton,08608,40.22,-74.76;Princeton,08540,40.35,-74.66
609;NJ;220;America/New_York;Atlantic City,08401,39.36,-74.42
212;NY;132;America/New_York;New York,10001,40.75,-74.00,NEW YORK CITY ZONE 01,nwyrcyzn01
718;NY;132;America/New_York;Brooklyn,11201,40.69,-73.99,NEW YORK CITY ZONE 08,nwyrcyzn08
  Bronx,10451,40.82,-73.92,NEW YORK CITY ZONE 02,nwyrcyzn02
  Flushing,11354,40.77,-73.83,NEW YORK CITY ZONE 04,nwyrcyzn04
  Staten Island,10301,40.64,-74.08,NEW YORK CITY ZONE 12,nwyrcyzn12
646;NY;132;America/New_York;New York,10016,40.75,-73.98,NEW YORK CITY ZONE 01,nwyrcyzn01
516;NY;132;America/New_York;Hempstead,11550,40.71,-73.62;Great Neck,11021,40.80,-73.73;Freeport,11520,40.66,-73.58
914;NY;132;America/New_York;White Plains,10601,41.03,-73.77,WESTCHESTER ZONE 6,wchstrzn06
  Yonkers,10701,40.93,-73.90,WESTCHESTER ZONE 1,wchstrzn01
845;NY;133;America/New_York;Poughkeepsie,12601,41.70,-73.93,POUGHKEEPSIE,poughkepsi;Kingston,12401,41.93,-74.00
518;NY;134;America/New_York;Albany,12207,42.65,-73.75;Schenectady,12305,42.81,-73.94;Troy,12180,42.73,-73.69
315;NY;136;America/New_York;Syracuse,13202,43.05,-76.15;Utica,13501,43.10,-75.23;Watertown,13601,43.97,-75.91
607;NY;138;America/New_York;Binghamton,13901,42.10,-75.91;Ithaca,14850,42.44,-76.50;Elmira,14901,42.09,-76.81
585;NY;974;America/New_York;Rochester,14604,43.16,-77.61;Batavia,14020,43.00,-78.19
716;NY;140;America/New_York;Buffalo,14202,42.89,-78.88;Niagara Falls,14301,43.09,-79.06;Jamestown,14701,42.10,-79.24
203;CT;920;America/New_York;New Haven,06510,41.31,-72.93;Bridgeport,06604,41.18,-73.19;Stamford,06901,41.05,-73.54
860;CT;920;America/New_York;Hartford,06103,41.77,-72.67;New London,06320,41.36,-72.10;Torrington,06790,41.80,-73.12
401;RI;130;America/New_York;Providence,02903,41.82,-71.41;Newport,02840,41.49,-71.31;Woonsocket,02895,42.00,-71.51
617;MA;128;America/New_York;Boston,02108,42.36,-71.06;Cambridge,02139,42.37,-71.11;Quincy,02169,42.25,-71.00
  Newton,02458,42.35,-71.19
508;MA;128;America/New_York;Worcester,01608,42.26,-71.80;New Bedford,02740,41.64,-70.93;Framingham,01702,42.28,-71.42
  Hyannis,02601,41.65,-70.28
413;MA;126;America/New_York;Springfield,01103,42.10,-72.59;Pittsfield,01201,42.45,-73.25;Northampton,01060,42.32,-72.63
603;NH;122;America/New_York;Manchester,03101,42.99,-71.46;Concord,03301,43.21,-71.54;Portsmouth,03801,43.08,-70.76
  Nashua,03060,42.76,-71.46
802;VT;124;America/New_York;Burlington,05401,44.48,-73.21;Montpelier,05602,44.26,-72.58;Rutland,05701,43.61,-72.97
207;ME;120;America/New_York;Portland,04101,43.66,-70.26;Bangor,04401,44.80,-68.77;Augusta,04330,44.31,-69.78
`
