-- An enrolment says it: in which class from when until when.
alter table people.pupils drop column class_label, drop column grade;
