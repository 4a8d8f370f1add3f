-- A system that was there before, as it is: no keys that hold, text where dates should be. All of it is made up, the dirt too.
CREATE TABLE NOMINALS (REFNO TEXT, SURNAME TEXT, FORENAMES TEXT, DOB TEXT, SEX TEXT, REMARKS TEXT);
INSERT INTO NOMINALS VALUES ('N/0001', 'EXAMPLE', 'Robin', '14/06/1987', 'F', 'prefers e-mail');
INSERT INTO NOMINALS VALUES ('N/0002', 'SAMPLE', 'Alex  Jo', '00/03/1990', 'M', NULL);
INSERT INTO NOMINALS VALUES ('N/0003', 'SPECIMEN', NULL, '00/00/1975', NULL, NULL);
INSERT INTO NOMINALS VALUES (NULL, 'TESTCASE', 'Kim', '31/02/1981', 'F', 'number lost at migration');
INSERT INTO NOMINALS VALUES ('N/0005', '  ', 'Sam', 'not known', 'U', NULL);
INSERT INTO NOMINALS VALUES ('N/0001', 'EXAMPLE', 'Robyn', '14/06/1978', 'F', 'same number, another person?');
INSERT INTO NOMINALS VALUES ('N/0007', 'PLACEHOLDER', 'Ash', 19870614, 'X1', NULL);
