/** Canada, whose exchanges all carry the LATA 888. The format is explained in places.ts. */
export const canadianPlaces = `
416;ON;888;America/Toronto;Toronto,M5H 2N2,43.65,-79.38
905;ON;888;America/Toronto;Hamilton,L8P 1A1,43.26,-79.87;Oshawa,L1H 1B6,43.90,-78.86
  Mississauga,L5B 3C1,43.59,-79.64,COOKSVILLE;Markham,L3R 9W3,43.86,-79.34
613;ON;888;America/Toronto;Ottawa,K1P 1J1,45.42,-75.70,OTTAWA HULL,ottawahull;Kingston,K7L 1A8,44.23,-76.49
  Belleville,K8N 3A1,44.16,-77.38
519;ON;888;America/Toronto;London,N6A 1B8,42.98,-81.25;Windsor,N9A 1A1,42.31,-83.04
  Kitchener,N2G 1B6,43.45,-80.49,KITCHENER WATERLOO,ktchnrwtrl;Guelph,N1H 3A1,43.55,-80.25
705;ON;888;America/Toronto;Sudbury,P3E 1A1,46.49,-81.00;Barrie,L4M 1A1,44.39,-79.69;North Bay,P1B 1A1,46.31,-79.46
514;QC;888;America/Toronto;Montreal,H2Y 1C6,45.50,-73.56;Pointe-Claire,H9R 4N6,45.45,-73.82,POINTE CLAIRE,pointeclar
418;QC;888;America/Toronto;Quebec,G1R 4S9,46.81,-71.21;Saguenay,G7H 1Z6,48.43,-71.07,CHICOUTIMI
  Rimouski,G5L 1J3,48.45,-68.52
450;QC;888;America/Toronto;Laval,H7V 1A1,45.56,-73.75,LAVAL EAST,laval east;Longueuil,J4K 1A1,45.53,-73.52
  Granby,J2G 2Y8,45.40,-72.73
604;BC;888;America/Vancouver;Vancouver,V6B 1A1,49.28,-123.12;Surrey,V3T 1V8,49.19,-122.85,WHALLEY
  Abbotsford,V2S 2C3,49.05,-122.31;Whistler,V0N 1B2,50.12,-122.95
250;BC;888;America/Vancouver;Victoria,V8W 1P6,48.43,-123.37;Kelowna,V1Y 1Z4,49.89,-119.50;Nanaimo,V9R 5H1,49.17,-123.94
  Kamloops,V2C 1A2,50.67,-120.33
403;AB;888;America/Edmonton;Calgary,T2P 1J9,51.05,-114.07;Lethbridge,T1J 0P6,49.69,-112.84;Red Deer,T4N 1X1,52.27,-113.81
780;AB;888;America/Edmonton;Edmonton,T5J 2R7,53.55,-113.49;Fort McMurray,T9H 2K4,56.73,-111.38,FORT MCMURRAY,fortmcmury
306;SK;888;America/Regina;Regina,S4P 3C8,50.45,-104.61;Saskatoon,S7K 0J5,52.13,-106.67;Moose Jaw,S6H 0V1,50.39,-105.55
204;MB;888;America/Winnipeg;Winnipeg,R3C 4A5,49.90,-97.14;Brandon,R7A 5K1,49.85,-99.95
506;NB;888;America/Moncton;Moncton,E1C 1E8,46.09,-64.78;Fredericton,E3B 1B5,45.96,-66.64
  Saint John,E2L 1E8,45.27,-66.06
902;NS;888;America/Halifax;Halifax,B3J 1S9,44.65,-63.57;Sydney,B1P 6H7,46.14,-60.19;Truro,B2N 5B6,45.36,-63.28
902;PE;888;America/Halifax;Charlottetown,C1A 4P3,46.24,-63.13,CHARLOTTETOWN,charlttwn
709;NL;888;America/St_Johns;St. John's,A1C 5M5,47.56,-52.71,ST JOHNS,stjohns;Corner Brook,A2H 6G1,48.95,-57.95
`
