package school.trial.code.domain;

import org.springframework.web.bind.annotation.RestController;

@RestController
class StrayController {}
