-- A first loading can be taken back; what an order has brought or ended stays.
grant delete on people.class_teachers to ${appRole};
create policy rls_class_teachers_delete on people.class_teachers as restrictive for delete
    using (order_id is null and end_order_id is null);
