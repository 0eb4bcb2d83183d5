* Fixtures of the tests, made with PSPP 1.6.2: pspp make.sps, in UTF-8 and, with SET LOCALE='GB18030', in GB18030.
SET LOCALE='UTF-8'.
DATA LIST LIST (';') NOTABLE /unit (A8) Q1 Q2 Q3_staff_friendly (F2.0) sex (F1.0) w (F8.2) visited (SDATE10) comment (A300) reason (A20) amount (F12.4).
BEGIN DATA
N1;9;8;10;1;1.5;2031/04/30;等了两小时;price;12.5
S3;7;99;6;2;0.5;2031/05/01;;place;-0.25
N1;10;98;.;1;1;2031/05/02;quick, "good";none;1000000.125
S3;3;4;77;2;1;;x;place;.
END DATA.
VARIABLE LABELS Q1 '服务是否准时' Q2 '价格是否公道' Q3_staff_friendly 'Is the staff friendly?' sex '性别' comment 'In your own words'.
VALUE LABELS Q1 Q2 1 '很不满意' 10 '很满意' 98 '不知道' 99 '拒答' /sex 1 '男' 2 '女' /reason 'price' 'The price' 'place' 'The place'.
MISSING VALUES Q2 (98 THRU 99) Q3_staff_friendly (77) reason ('none').
VARIABLE LEVEL sex (NOMINAL) Q1 Q2 Q3_staff_friendly (ORDINAL).
VARIABLE ATTRIBUTE VARIABLES=Q1 ATTRIBUTE=agency('A').
WEIGHT BY w.
FILE LABEL Customers 2031.
DOCUMENT Fieldwork by an agency.
DO IF amount = 1000000.125.
COMPUTE comment = CONCAT(RPAD('begin',290,'abcdefghi '),'0123456789').
END IF.
MRSETS /MCGROUP NAME=$rated LABEL='Rated' VARIABLES=Q1 Q2.
SAVE OUTFILE='agency.sav' /COMPRESSED.
SAVE OUTFILE='agency-plain.sav' /UNCOMPRESSED.
SAVE OUTFILE='agency.zsav' /ZCOMPRESSED.
