/** The mountain states and the south-west. The format is explained in places.ts. */
export const mountainPlaces = `
702;NV;721;America/Los_Angeles;Las Vegas,89101,36.17,-115.14;Boulder City,89005,35.98,-114.83
  Henderson,89015,36.04,-114.98
775;NV;720;America/Los_Angeles;Reno,89501,39.53,-119.81;Carson City,89701,39.16,-119.77;Elko,89801,40.83,-115.76
480;AZ;666;America/Phoenix;Scottsdale,85251,33.49,-111.92,PHOENIX;Mesa,85201,33.42,-111.83,PHOENIX
  Tempe,85281,33.43,-111.94,PHOENIX;Chandler,85225,33.31,-111.84,PHOENIX
602;AZ;666;America/Phoenix;Phoenix,85004,33.45,-112.07
928;AZ;666;America/Phoenix;Flagstaff,86001,35.20,-111.65;Yuma,85364,32.69,-114.62;Prescott,86301,34.54,-112.47
520;AZ;668;America/Phoenix;Tucson,85701,32.22,-110.97;Sierra Vista,85635,31.55,-110.30;Nogales,85621,31.34,-110.94
801;UT;660;America/Denver;Salt Lake City,84101,40.76,-111.89,SALT LAKE CITY,saltlakecy;Provo,84601,40.23,-111.66
  Ogden,84401,41.22,-111.97;Orem,84057,40.30,-111.70
435;UT;660;America/Denver;Logan,84321,41.74,-111.83;Park City,84060,40.65,-111.50;Saint George,84770,37.10,-113.58
303;CO;656;America/Denver;Denver,80202,39.74,-104.99;Boulder,80302,40.01,-105.27;Aurora,80012,39.73,-104.83,DENVER
  Longmont,80501,40.17,-105.10
719;CO;658;America/Denver;Colorado Springs,80903,38.83,-104.82,COLORADO SPRINGS,coloradspg;Pueblo,81003,38.27,-104.61
970;CO;656;America/Denver;Fort Collins,80521,40.59,-105.08;Grand Junction,81501,39.07,-108.55;Aspen,81611,39.19,-106.82
  Durango,81301,37.28,-107.88
505;NM;664;America/Denver;Albuquerque,87102,35.08,-106.65;Santa Fe,87501,35.69,-105.94;Farmington,87401,36.73,-108.21
575;NM;664;America/Denver;Las Cruces,88001,32.31,-106.78;Roswell,88201,33.39,-104.52;Taos,87571,36.41,-105.57
208;ID;652;America/Boise;Boise,83702,43.62,-116.20;Twin Falls,83301,42.56,-114.46;Nampa,83651,43.54,-116.56
208;ID;960;America/Los_Angeles;Coeur d'Alene,83814,47.68,-116.78,COEUR D ALENE,coeurdalen
406;MT;648;America/Denver;Missoula,59802,46.87,-113.99;Great Falls,59401,47.50,-111.30;Helena,59601,46.59,-112.04
406;MT;650;America/Denver;Billings,59101,45.78,-108.50;Bozeman,59715,45.68,-111.04
307;WY;654;America/Denver;Cheyenne,82001,41.14,-104.82;Casper,82601,42.85,-106.33;Jackson,83001,43.48,-110.76
`
