package school.chancery.students.web;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.orders.Orders;
import school.chancery.students.domain.PlaceRequestView;
import school.chancery.students.domain.TransferWords;

@Component
class PlaceRequestCards {
    private final Orders orders;
    private final TransferWords words;

    PlaceRequestCards(Orders orders, TransferWords words) {
        this.orders = orders;
        this.words = words;
    }

    @Transactional(readOnly = true)
    public PlaceRequestCard of(PlaceRequestView request) {
        return new PlaceRequestCard(
                request,
                request.newcomer().name().full(),
                words.school(request.sendingOrganizationId()),
                request.classId() == null ? null : words.classLabel(request.classId()),
                request.orderId() == null ? null : orders.reference(request.orderId()));
    }
}
