package com.clinni.platform.names;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A simple class name means one thing in all modules. */
class ClassNamesTest {

    /** Names that stand in several modules and mean the same in each. */
    private static final Set<String> SHARED =
            Set.of(
                    "AccessTest",
                    "ArchitectureTest",
                    "Backoff",
                    "BrokerOutageTest",
                    "Claims",
                    "Clinic",
                    "ConformanceTest",
                    "ErasureTest",
                    "FaultyDatabase",
                    "ForecastTest",
                    "Intent",
                    "Lease",
                    "LegalTransitions",
                    "LegalTransitionsTest",
                    "LostClaims",
                    "MessageRetention",
                    "Messages",
                    "MetricPathsTest",
                    "MutableClock",
                    "Patient",
                    "Progress",
                    "OtherClinicsRowsTest",
                    "QuietHoursTest",
                    "ReplayTest",
                    "RetentionTest",
                    "RowSecurityBenchmark",
                    "SecretsTest",
                    "SendOutcome",
                    "SettingsTest",
                    "Settlement",
                    "SmsReceiptsTest",
                    "SmsSenders",
                    "StaleIntents",
                    "TestMessage",
                    "TestTime",
                    "Transition",
                    "WebhookSignature",
                    "WithdrawalTest",
                    "Withdrawals");

    @Test
    void a_name_in_two_modules_means_the_same_in_both() throws IOException {
        var modules =
                JavaSource.ofAllModules().stream()
                        .collect(
                                groupingBy(JavaSource::name, mapping(JavaSource::module, toSet())));
        modules.values().removeIf(users -> users.size() < 2);

        assertThat(modules.keySet())
                .as("names in several modules: give one of them its own, or list it as shared")
                .isSubsetOf(SHARED);
    }
}
