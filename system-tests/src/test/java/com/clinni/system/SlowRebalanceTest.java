package com.clinni.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.testbed.run.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A group cannot agree because one member does not answer, and work goes on coming. */
class SlowRebalanceTest extends Journey {

    private static final int VISITS = 40;

    @Test
    void what_comes_while_a_member_keeps_its_group_waiting_is_done_when_the_wait_is_over()
            throws Exception {
        try (var admin = admin()) {
            var topics = topics(admin);
            var leaving = join(topics);
            var slow = join(topics);
            eventually(
                    () -> assertThat(leaving).allMatch(member -> !member.partitions().isEmpty()));
            leave(leaving); // what they had begins anew at the services
            eventually(() -> assertThat(states(admin)).containsOnly(GroupState.STABLE));

            slow.forEach(Bystander::goesDeaf);
            var late = join(topics);
            eventually(() -> assertThat(states(admin)).doesNotContain(GroupState.STABLE));
            var visits = bookAndMove();
            eventually(() -> assertThat(states(admin)).containsOnly(GroupState.STABLE));
            leave(late);
            leave(slow);

            eventually(() -> assertThat(visits).allMatch(this::isReminded));
            assertThat(Service.values()).allMatch(system::isReady);
        }
    }

    private List<BookedVisit> bookAndMove() {
        var byWhatsApp = TestClinic.byWhatsApp(clinni, "EMAIL");
        var byEmail = TestClinic.by(clinni, "EMAIL");
        var visits = new ArrayList<BookedVisit>();
        for (var n = 0; n < VISITS; n++) {
            var visit = (n % 2 == 0 ? byWhatsApp : byEmail).book(TestPatient.withPhoneAndEmail());
            move(visit, TestClinic.in(Duration.ofHours(7)));
            visits.add(visit);
        }
        return visits;
    }

    /** Of a moved visit's reminders the last is that of its new time. */
    private boolean isReminded(BookedVisit visit) {
        return Set.of("SENT", "DELIVERED", "READ")
                .contains(timeline(visit).getLast().path("state").asText());
    }

    private List<Bystander> join(Map<String, Set<String>> topics) {
        return topics.entrySet().stream()
                .map(group -> Bystander.joins(group.getKey(), group.getValue(), system.kafka()))
                .toList();
    }

    private static void leave(List<Bystander> members) throws InterruptedException {
        for (var member : members) {
            member.leaves();
        }
    }

    /** What each of the services' groups reads. */
    private static Map<String, Set<String>> topics(Admin admin) throws Exception {
        var topics = new TreeMap<String, Set<String>>();
        for (var group : groups(admin)) {
            topics.put(
                    group.groupId(),
                    group.members().stream()
                            .flatMap(member -> member.assignment().topicPartitions().stream())
                            .map(TopicPartition::topic)
                            .collect(Collectors.toSet()));
        }
        return topics;
    }

    private static List<GroupState> states(Admin admin) throws Exception {
        return groups(admin).stream().map(ConsumerGroupDescription::groupState).toList();
    }

    private static Collection<ConsumerGroupDescription> groups(Admin admin) throws Exception {
        var names = admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
        return admin.describeConsumerGroups(names).all().get().values();
    }

    private Admin admin() {
        return Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) system.kafka()));
    }
}
