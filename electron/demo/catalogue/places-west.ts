/** Washington, Oregon, California, Alaska, Hawaii. The format is explained in places.ts. */
export const westernPlaces = `
206;WA;674;America/Los_Angeles;Seattle,98101,47.61,-122.33;Vashon,98070,47.45,-122.46
  Bainbridge Island,98110,47.63,-122.52,BAINBRIDGE IS;Des Moines,98198,47.40,-122.32
253;WA;674;America/Los_Angeles;Tacoma,98402,47.25,-122.44,TACOMA WAVERLY,tacomawvly;Auburn,98002,47.31,-122.22
  Puyallup,98371,47.19,-122.29;Gig Harbor,98335,47.33,-122.58
425;WA;674;America/Los_Angeles;Bellevue,98004,47.61,-122.20;Everett,98201,47.98,-122.20;Renton,98057,47.48,-122.21
  Issaquah,98027,47.53,-122.04;Kirkland,98033,47.68,-122.21
360;WA;674;America/Los_Angeles;Olympia,98501,47.04,-122.90;Bellingham,98225,48.75,-122.48
  Bremerton,98337,47.57,-122.63
360;WA;672;America/Los_Angeles;Vancouver,98660,45.63,-122.67
509;WA;676;America/Los_Angeles;Spokane,99201,47.66,-117.43;Yakima,98901,46.60,-120.51;Walla Walla,99362,46.06,-118.34
503;OR;672;America/Los_Angeles;Portland,97204,45.52,-122.68;Salem,97301,44.94,-123.04;Beaverton,97005,45.49,-122.80
  Hillsboro,97123,45.52,-122.99
541;OR;670;America/Los_Angeles;Eugene,97401,44.05,-123.09;Medford,97501,42.33,-122.88;Corvallis,97330,44.56,-123.26
541;OR;672;America/Los_Angeles;Bend,97701,44.06,-121.31
213;CA;730;America/Los_Angeles;Los Angeles,90012,34.05,-118.24,LOS ANGELES DA 01,lsan da 01
  Los Angeles,90057,34.06,-118.28,LOS ANGELES DA 07,lsan da 07
310;CA;730;America/Los_Angeles;Santa Monica,90401,34.02,-118.49,SANTA MONICA,snmn mrvs
  Beverly Hills,90210,34.07,-118.40,BEVERLY HILLS,beverlyhls;Torrance,90501,33.84,-118.34;Malibu,90265,34.03,-118.69
  Inglewood,90301,33.96,-118.35
818;CA;730;America/Los_Angeles;Burbank,91502,34.18,-118.31;Glendale,91203,34.15,-118.26
  Van Nuys,91401,34.18,-118.43;Canoga Park,91303,34.20,-118.60
714;CA;730;America/Los_Angeles;Anaheim,92805,33.84,-117.91;Santa Ana,92701,33.75,-117.87
  Huntington Beach,92648,33.66,-118.00,HUNTINGTON BEACH,huntngtnbc
805;CA;730;America/Los_Angeles;Ventura,93001,34.28,-119.29;Oxnard,93030,34.20,-119.18
  Thousand Oaks,91360,34.18,-118.87;Santa Barbara,93101,34.42,-119.70,SANTA BARBARA,snbrbrmnct
805;CA;740;America/Los_Angeles;San Luis Obispo,93401,35.28,-120.66,SAN LUIS OBISPO,snlsobispo
619;CA;732;America/Los_Angeles;San Diego,92101,32.72,-117.16,SAN DIEGO,sndg sndg;Chula Vista,91910,32.64,-117.08
  La Mesa,91942,32.77,-117.02;El Cajon,92020,32.79,-116.96
415;CA;722;America/Los_Angeles;San Francisco,94103,37.77,-122.41,SAN FRANCISCO CENTRAL,snfc cntrl
  San Rafael,94901,37.97,-122.53;Sausalito,94965,37.86,-122.49;Novato,94945,38.11,-122.57
408;CA;722;America/Los_Angeles;San Jose,95113,37.33,-121.89,SAN JOSE WEST,snjs west;Sunnyvale,94086,37.37,-122.03
  Los Gatos,95030,37.23,-121.97;Campbell,95008,37.29,-121.95
510;CA;722;America/Los_Angeles;Oakland,94612,37.81,-122.27,OAKLAND MAIN PIEDMONT,okld mn-pd;Hayward,94541,37.67,-122.09
  Richmond,94801,37.94,-122.36;Fremont,94536,37.57,-121.98,FREMONT NEWARK,frmt nwrk
916;CA;726;America/Los_Angeles;Sacramento,95814,38.58,-121.49,SACRAMENTO MAIN,scrm main;Roseville,95678,38.75,-121.29
  Folsom,95630,38.68,-121.17
559;CA;728;America/Los_Angeles;Fresno,93721,36.74,-119.79;Visalia,93291,36.33,-119.30;Clovis,93612,36.82,-119.69
661;CA;734;America/Los_Angeles;Bakersfield,93301,35.37,-119.02;Delano,93215,35.77,-119.25
831;CA;736;America/Los_Angeles;Monterey,93940,36.60,-121.89;Salinas,93901,36.67,-121.66;Santa Cruz,95060,36.97,-122.03
907;AK;832;America/Anchorage;Anchorage,99501,61.22,-149.89;Fairbanks,99701,64.84,-147.72;Juneau,99801,58.30,-134.42
808;HI;834;Pacific/Honolulu;Honolulu,96813,21.31,-157.86;Hilo,96720,19.71,-155.08;Lihue,96766,21.97,-159.37
`
