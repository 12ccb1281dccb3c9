/** The middle west and the plains. The format is explained in places.ts. */
export const centralPlaces = `
612;MN;628;America/Chicago;Minneapolis,55401,44.98,-93.27,TWIN CITIES;Richfield,55423,44.88,-93.28,TWIN CITIES
651;MN;628;America/Chicago;Saint Paul,55101,44.95,-93.09,TWIN CITIES;Stillwater,55082,45.06,-92.81,TWIN CITIES
  Hastings,55033,44.74,-92.85,TWIN CITIES
218;MN;624;America/Chicago;Duluth,55802,46.79,-92.10;Hibbing,55746,47.43,-92.94
701;ND;636;America/Chicago;Fargo,58102,46.88,-96.79;Grand Forks,58201,47.93,-97.03
701;ND;638;America/Chicago;Bismarck,58501,46.81,-100.78;Minot,58701,48.23,-101.30
605;SD;640;America/Chicago;Sioux Falls,57104,43.55,-96.73;Pierre,57501,44.37,-100.35
605;SD;640;America/Denver;Rapid City,57701,44.08,-103.23
402;NE;644;America/Chicago;Omaha,68102,41.26,-95.94;Norfolk,68701,42.03,-97.42
402;NE;958;America/Chicago;Lincoln,68508,40.81,-96.70
515;IA;632;America/Chicago;Des Moines,50309,41.59,-93.62;Ames,50010,42.03,-93.62;Fort Dodge,50501,42.50,-94.17
319;IA;635;America/Chicago;Cedar Rapids,52401,41.98,-91.67;Iowa City,52240,41.66,-91.53;Waterloo,50703,42.49,-92.34
316;KS;532;America/Chicago;Wichita,67202,37.69,-97.34;El Dorado,67042,37.82,-96.85
913;KS;524;America/Chicago;Kansas City,66101,39.11,-94.63;Olathe,66061,38.88,-94.82,KANSAS CITY
  Leavenworth,66048,39.31,-94.92
816;MO;524;America/Chicago;Kansas City,64106,39.10,-94.58;Independence,64050,39.09,-94.42,KANSAS CITY
  Saint Joseph,64501,39.77,-94.85
314;MO;520;America/Chicago;Saint Louis,63101,38.63,-90.20;Florissant,63031,38.79,-90.32,FERGUSON
  Kirkwood,63122,38.58,-90.41
417;MO;522;America/Chicago;Springfield,65806,37.21,-93.29;Joplin,64801,37.08,-94.51;Branson,65616,36.64,-93.22
312;IL;358;America/Chicago;Chicago,60601,41.89,-87.62,CHICAGO ZONE 01,chicagoz01
773;IL;358;America/Chicago;Chicago,60618,41.95,-87.70,CHICAGO ZONE 08,chicagoz08
  Chicago,60629,41.78,-87.71,CHICAGO ZONE 06,chicagoz06
630;IL;358;America/Chicago;Naperville,60540,41.77,-88.15;Aurora,60505,41.76,-88.30;Elmhurst,60126,41.90,-87.94
  Downers Grove,60515,41.81,-88.01
847;IL;358;America/Chicago;Evanston,60201,42.05,-87.69;Elgin,60120,42.04,-88.28;Schaumburg,60173,42.05,-88.05,ROSELLE
  Waukegan,60085,42.36,-87.84
217;IL;374;America/Chicago;Springfield,62701,39.80,-89.64;Decatur,62523,39.84,-88.95
217;IL;370;America/Chicago;Champaign,61820,40.11,-88.24,CHAMPAIGN URBANA,champnurbn
309;IL;368;America/Chicago;Peoria,61602,40.69,-89.59;Galesburg,61401,40.95,-90.37
414;WI;356;America/Chicago;Milwaukee,53202,43.04,-87.91;Oak Creek,53154,42.89,-87.86
608;WI;354;America/Chicago;Madison,53703,43.07,-89.40;Janesville,53545,42.68,-89.02;La Crosse,54601,43.80,-91.24
920;WI;350;America/Chicago;Green Bay,54301,44.51,-88.01;Appleton,54911,44.26,-88.42;Oshkosh,54901,44.02,-88.54
313;MI;340;America/Detroit;Detroit,48226,42.33,-83.05,DETROIT ZONE 1,detroitzn1;Dearborn,48126,42.32,-83.18
734;MI;340;America/Detroit;Ann Arbor,48104,42.28,-83.74;Ypsilanti,48197,42.24,-83.61;Livonia,48150,42.37,-83.35
616;MI;348;America/Detroit;Grand Rapids,49503,42.96,-85.67;Holland,49423,42.79,-86.11
517;MI;346;America/Detroit;Lansing,48933,42.73,-84.56;Jackson,49201,42.25,-84.40
216;OH;320;America/New_York;Cleveland,44113,41.50,-81.69;Euclid,44123,41.59,-81.53,HILLCREST
330;OH;325;America/New_York;Akron,44308,41.08,-81.52;Canton,44702,40.80,-81.38
330;OH;322;America/New_York;Youngstown,44503,41.10,-80.65
614;OH;324;America/New_York;Columbus,43215,39.96,-83.00;Westerville,43081,40.13,-82.93;Grove City,43123,39.88,-83.09
513;OH;922;America/New_York;Cincinnati,45202,39.10,-84.51;Hamilton,45011,39.40,-84.56
317;IN;336;America/Indiana/Indianapolis;Indianapolis,46204,39.77,-86.16;Carmel,46032,39.98,-86.12
  Greenwood,46142,39.61,-86.11
574;IN;332;America/Indiana/Indianapolis;South Bend,46601,41.68,-86.25;Elkhart,46516,41.68,-85.98
812;IN;330;America/Chicago;Evansville,47708,37.97,-87.57
812;IN;338;America/Indiana/Indianapolis;Bloomington,47404,39.17,-86.53
`
