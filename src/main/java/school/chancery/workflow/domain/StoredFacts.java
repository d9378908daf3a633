package school.chancery.workflow.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import school.chancery.workflow.Facts;
import school.chancery.workflow.NewCase;
import school.chancery.workflow.ProcessVariable.Value;

/** Facts on their way, stored with what they tell of. */
@Repository
@Transactional
public class StoredFacts implements Facts {
    /** Tries before a person is told: with the growing pause, a little more than two days. */
    public static final int TRIES = 15;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    StoredFacts(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void tell(String message, UUID organizationId, UUID businessKey, UUID factId, List<Value> variables) {
        insert(message, organizationId, businessKey, factId, null, null, variables);
    }

    @Override
    public void start(String message, NewCase newCase) {
        insert(
                message,
                newCase.organizationId(),
                newCase.businessKey(),
                newCase.businessKey(),
                newCase.processKey(),
                newCase.label(),
                newCase.variables());
    }

    // No conflict target: naming one would need the right to read what another organization was told.
    private void insert(
            String message,
            UUID organizationId,
            UUID businessKey,
            UUID factId,
            @Nullable String processKey,
            @Nullable String label,
            List<Value> variables) {
        jdbc.sql("""
                insert into workflow.facts (id, organization_id, kind, message, business_key, fact_id, process_key,
                    label, variables, state, told_at, next_try_at)
                values (:id, :organization, :kind, :message, :business, :fact, :process, :label,
                    jsonb_object(:names, :values), 'WAITING', :now, :now)
                on conflict do nothing""")
                .param("id", UUID.randomUUID())
                .param("organization", organizationId)
                .param("kind", processKey == null ? "TELL" : "START")
                .param("message", message)
                .param("business", businessKey)
                .param("fact", factId)
                .param("process", processKey)
                .param("label", label)
                .param("names", variables.stream().map(Value::name).toArray(String[]::new))
                .param("values", variables.stream().map(Value::value).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new Told());
    }

    /** The fact longest due, kept from other nodes until the transaction ends. */
    public Optional<Fact> takeDue() {
        return jdbc.sql("""
                select f.id, f.organization_id, f.kind, f.message, f.business_key, f.fact_id, f.process_key, f.label, f.attempts,
                    (select coalesce(string_agg(key || E'\\x1f' || value, E'\\x1e' order by key), '')
                        from jsonb_each_text(f.variables)) as packed
                from workflow.facts f where f.state = 'WAITING' and f.next_try_at <= :now
                order by f.next_try_at limit 1 for update of f skip locked""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Fact.class)
                .optional();
    }

    public void settle(Fact fact, State state) {
        jdbc.sql("update workflow.facts set state = :state, settled_at = :now, problem = null where id = :id")
                .param("state", state.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", fact.id())
                .update();
    }

    /** Comes back after a pause that grows; true when it has been tried often enough and a person must look. */
    public boolean postpone(Fact fact, String problem) {
        var stuck = fact.attempts() + 1 >= TRIES;
        jdbc.sql("""
                update workflow.facts set attempts = attempts + 1, problem = :problem, state = :state, next_try_at = :next
                where id = :id and state = 'WAITING'""")
                .param("problem", problem)
                .param("state", stuck ? "STUCK" : "WAITING")
                .param("next", clock.instant().plus(pause(fact.attempts())).atOffset(ZoneOffset.UTC))
                .param("id", fact.id())
                .update();
        return stuck;
    }

    /** Puts a stuck fact on its way again. */
    public void retry(UUID factId) {
        jdbc.sql("""
                update workflow.facts set state = 'WAITING', attempts = 0, next_try_at = :now
                where id = :id and state = 'STUCK'""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", factId)
                .update();
        events.publishEvent(new Told());
    }

    static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy((long) Math.pow(3, Math.min(attempts, 10)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** A fact was stored; who delivers need not wait for the next round. */
    public record Told() {}

    public enum State {
        DELIVERED,
        TOO_LATE
    }

    /** A fact to be delivered; {@code packed} holds its variables. */
    public record Fact(
            UUID id,
            UUID organizationId,
            String kind,
            String message,
            UUID businessKey,
            UUID factId,
            @Nullable String processKey,
            @Nullable String label,
            int attempts,
            String packed) {
        public boolean isStart() {
            return kind.equals("START");
        }

        public Map<String, Object> variables() {
            var variables = new TreeMap<String, Object>();
            if (packed.isEmpty()) return variables;
            for (var pair : packed.split("\u001e")) {
                var end = pair.indexOf('\u001f');
                variables.put(pair.substring(0, end), pair.substring(end + 1));
            }
            return variables;
        }
    }
}
