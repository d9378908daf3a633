package school.chancery.orders.web;

import java.util.UUID;

/** Addresses that several controllers send to. */
final class OrderPages {
    private OrderPages() {}

    /** What the signer sees first: the number the order just got. */
    static String signed(UUID orderId, boolean framed) {
        return "redirect:/orders/" + orderId + "/signed" + (framed ? "?framed=true" : "");
    }
}
