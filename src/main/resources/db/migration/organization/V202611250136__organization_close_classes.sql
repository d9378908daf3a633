-- A class that nobody was ever in is taken away; one that had pupils is closed on a day and stays as what it was.
alter table organization.classes add column closed_on date;

-- By which order or act the year is divided so: «приказ от 28.08.2026 № 112, календарный учебный график».
alter table organization.terms
    add column basis text,
    add constraint ck_terms_basis check (basis = btrim(basis) and char_length(basis) between 1 and 300);
