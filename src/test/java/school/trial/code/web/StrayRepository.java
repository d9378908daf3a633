package school.trial.code.web;

import java.util.UUID;
import org.springframework.data.repository.Repository;

interface StrayRepository extends Repository<Object, UUID> {}
