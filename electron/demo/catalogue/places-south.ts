/** Texas to Florida, and up to Virginia. The format is explained in places.ts. */
export const southernPlaces = `
214;TX;552;America/Chicago;Dallas,75201,32.78,-96.80;Garland,75040,32.91,-96.64;Irving,75060,32.81,-96.95
817;TX;552;America/Chicago;Fort Worth,76102,32.76,-97.33;Arlington,76010,32.74,-97.11;Grapevine,76051,32.93,-97.08
713;TX;560;America/Chicago;Houston,77002,29.76,-95.37;Pasadena,77506,29.69,-95.21,HOUSTON
281;TX;560;America/Chicago;Sugar Land,77478,29.62,-95.63,SUGAR LAND;Katy,77493,29.79,-95.82;Spring,77373,30.08,-95.42
512;TX;558;America/Chicago;Austin,78701,30.27,-97.74;Round Rock,78664,30.51,-97.68;San Marcos,78666,29.88,-97.94
210;TX;566;America/Chicago;San Antonio,78205,29.42,-98.49,SAN ANTONIO,snantonio;Converse,78109,29.52,-98.32
361;TX;564;America/Chicago;Corpus Christi,78401,27.80,-97.40,CORPUS CHRISTI,crpschrist;Victoria,77901,28.81,-97.00
915;TX;540;America/Denver;El Paso,79901,31.76,-106.49;Fabens,79838,31.50,-106.16
806;TX;546;America/Chicago;Amarillo,79101,35.22,-101.83
806;TX;544;America/Chicago;Lubbock,79401,33.58,-101.86
405;OK;536;America/Chicago;Oklahoma City,73102,35.47,-97.52,OKLAHOMA CITY,oklahomacy;Norman,73069,35.22,-97.44
  Stillwater,74074,36.12,-97.06
918;OK;538;America/Chicago;Tulsa,74103,36.15,-95.99;Muskogee,74401,35.75,-95.37;Bartlesville,74003,36.75,-95.98
501;AR;528;America/Chicago;Little Rock,72201,34.75,-92.29;Hot Springs,71901,34.50,-93.06;Conway,72032,35.09,-92.44
504;LA;490;America/Chicago;New Orleans,70112,29.95,-90.07;Kenner,70062,29.99,-90.24
225;LA;492;America/Chicago;Baton Rouge,70801,30.45,-91.19;Gonzales,70737,30.24,-90.92
601;MS;482;America/Chicago;Jackson,39201,32.30,-90.18;Vicksburg,39180,32.35,-90.88;Hattiesburg,39401,31.33,-89.29
205;AL;476;America/Chicago;Birmingham,35203,33.52,-86.81;Tuscaloosa,35401,33.21,-87.57;Bessemer,35020,33.40,-86.95
256;AL;477;America/Chicago;Huntsville,35801,34.73,-86.59;Decatur,35601,34.61,-86.98
615;TN;470;America/Chicago;Nashville,37201,36.16,-86.78;Franklin,37064,35.93,-86.87;Murfreesboro,37130,35.85,-86.39
901;TN;468;America/Chicago;Memphis,38103,35.15,-90.05;Covington,38019,35.56,-89.65
865;TN;474;America/New_York;Knoxville,37902,35.96,-83.92;Oak Ridge,37830,36.01,-84.27;Sevierville,37862,35.87,-83.56
502;KY;462;America/New_York;Louisville,40202,38.25,-85.76;Frankfort,40601,38.20,-84.87
859;KY;466;America/New_York;Lexington,40507,38.04,-84.50;Richmond,40475,37.75,-84.29
404;GA;438;America/New_York;Atlanta,30303,33.75,-84.39
770;GA;438;America/New_York;Marietta,30060,33.95,-84.55,ATLANTA NORTHWEST,atlanta nw
  Lawrenceville,30046,33.96,-83.99,ATLANTA NORTHEAST,atlanta ne;Jonesboro,30236,33.52,-84.35,ATLANTA SOUTH,atlanta so
912;GA;440;America/New_York;Savannah,31401,32.08,-81.09;Brunswick,31520,31.15,-81.49;Statesboro,30458,32.45,-81.78
305;FL;460;America/New_York;Miami,33130,25.77,-80.19;Key West,33040,24.56,-81.78;Homestead,33030,25.47,-80.48
954;FL;460;America/New_York;Fort Lauderdale,33301,26.12,-80.14,FORT LAUDERDALE,ftlauderdl;Hollywood,33020,26.01,-80.15
  Pompano Beach,33060,26.24,-80.12,POMPANO BEACH,pompanobch
407;FL;458;America/New_York;Orlando,32801,28.54,-81.38;Kissimmee,34741,28.29,-81.41;Winter Park,32789,28.60,-81.34
813;FL;952;America/New_York;Tampa,33602,27.95,-82.46,TAMPA CENTRAL,tampacen;Plant City,33563,28.02,-82.11
239;FL;939;America/New_York;Fort Myers,33901,26.64,-81.87;Naples,34102,26.14,-81.79;Cape Coral,33904,26.56,-81.95
904;FL;452;America/New_York;Jacksonville,32202,30.33,-81.66,JACKSONVILLE,jacksonvl
  Saint Augustine,32084,29.89,-81.31;Fernandina Beach,32034,30.67,-81.46,FERNANDINA BEACH,fernandnbc
850;FL;448;America/Chicago;Pensacola,32502,30.42,-87.22;Fort Walton Beach,32548,30.41,-86.62,FORT WALTON BEACH,ftwaltnbch
850;FL;953;America/New_York;Tallahassee,32301,30.44,-84.28
704;NC;422;America/New_York;Charlotte,28202,35.23,-80.84;Gastonia,28052,35.26,-81.19;Concord,28025,35.41,-80.58
919;NC;426;America/New_York;Raleigh,27601,35.78,-78.64;Durham,27701,35.99,-78.90;Chapel Hill,27514,35.91,-79.06
  Cary,27511,35.79,-78.78
828;NC;420;America/New_York;Asheville,28801,35.60,-82.55;Hendersonville,28739,35.32,-82.46,HENDERSONVILLE,hendersnvl
803;SC;434;America/New_York;Columbia,29201,34.00,-81.03;Rock Hill,29730,34.92,-81.03;Aiken,29801,33.56,-81.72
843;SC;436;America/New_York;Charleston,29401,32.78,-79.93;Beaufort,29902,32.43,-80.67
843;SC;432;America/New_York;Myrtle Beach,29577,33.69,-78.89
703;VA;236;America/New_York;Arlington,22201,38.89,-77.09,WASHINGTON ZONE 17,washngzn17
  Alexandria,22314,38.80,-77.05,WASHINGTON ZONE 08,washngzn08;Leesburg,20175,39.12,-77.56
804;VA;248;America/New_York;Richmond,23219,37.54,-77.44;Petersburg,23803,37.23,-77.40
757;VA;252;America/New_York;Norfolk,23510,36.85,-76.29,NORFOLK ZONE 2,norfolkzn2;Virginia Beach,23451,36.85,-75.98
  Newport News,23607,36.98,-76.43,NEWPORT NEWS ZONE 1,newptnszn1
`
