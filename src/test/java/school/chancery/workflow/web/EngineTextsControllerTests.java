package school.chancery.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class EngineTextsControllerTests {
    @Test
    void theEditionIsTheDigestOfTheTextsOfAllFourApplications() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var application : new String[] {"tasklist", "cockpit", "admin", "welcome"}) {
            var file = "META-INF/resources/webjars/camunda/app/" + application + "/locales/ru.json";
            digest.update(new ClassPathResource(file).getContentAsByteArray());
        }
        var edition = HexFormat.of().formatHex(digest.digest(), 0, 16);

        MockMvcBuilders.standaloneSetup(new EngineTextsController())
                .build()
                .perform(get("/pub/texts-version"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_PLAIN))
                .andExpect(content().string(edition));
    }

    @Test
    void everyServerOfTheSameProductNamesTheSameEdition() {
        assertThat(new EngineTextsController().version()).isEqualTo(new EngineTextsController().version());
    }
}
