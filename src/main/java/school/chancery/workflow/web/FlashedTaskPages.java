package school.chancery.workflow.web;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;
import school.chancery.workflow.TaskPages;

/** Always a redirect, so that loading the page again sends nothing twice. */
@Component
class FlashedTaskPages implements TaskPages {
    @Override
    public String done(boolean framed, String messageKey) {
        return framed ? "redirect:/frame/done?framed=true" : told(messageKey, "/inbox");
    }

    @Override
    public String started(boolean framed, String processInstanceId, String messageKey) {
        return framed
                ? "redirect:"
                        + UriComponentsBuilder.fromPath("/frame/started")
                                .queryParam("case", processInstanceId)
                                .queryParam("framed", "true")
                                .toUriString()
                : told(messageKey, "/cases/" + processInstanceId);
    }

    private static String told(String messageKey, String path) {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        RequestContextUtils.getOutputFlashMap(request).put("flash", messageKey);
        return "redirect:" + path;
    }
}
