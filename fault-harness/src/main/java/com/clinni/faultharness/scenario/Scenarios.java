package com.clinni.faultharness.scenario;

import com.clinni.faultharness.run.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The scenarios of the long run, in the order in which they are played. */
public final class Scenarios {

    private static final List<Scenario> ALL =
            List.of(
                    new EveryCrashPoint(),
                    new RandomKills(),
                    new CutCommits(),
                    new Rebalances(),
                    new LongPauses(),
                    new RollingRestarts(),
                    new ConcurrentSmsCredit(),
                    new WhatsAppOutage(),
                    new SilentLine(),
                    new BrokerOutage(),
                    new PostgresOutage(),
                    new DiskFull(),
                    new LostOffsets(),
                    new ThunderingHerd());

    private Scenarios() {}

    /** All of them, or the one that is named. */
    public static List<Scenario> named(Optional<String> only) {
        var wanted = ALL.stream().filter(s -> only.map(s.name()::equals).orElse(true)).toList();
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no such scenario; there are "
                            + ALL.stream().map(Scenario::name).collect(Collectors.joining(", ")));
        }
        return wanted;
    }
}
