package com.clinni.fallback.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.events.Cause;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseKindTest {

    @ParameterizedTest
    @CsvSource({
        "UNREADABLE, RECORD",
        "SCHEMA_INVALID, RECORD",
        "UNKNOWN_VERSION, RECORD",
        "UNKNOWN_CLINIC, RECORD",
        "TEMPLATE_DATA_MISSING, RECORD",
        "TOO_LARGE, RECORD",
        "CONFLICT, RECORD",
        "NO_ADDRESS, ADDRESS",
        "PHONE_INVALID, ADDRESS",
        "NOT_MOBILE, ADDRESS",
        "EMAIL_INVALID, ADDRESS",
        "GATEWAY_UNREACHABLE, LINE",
        "LINE_DOWN, LINE",
        "LINE_RESTRICTED, LINE",
        "LINE_SILENT, LINE",
        "LINE_BUSY, LINE",
        "RATE_LIMITED, LINE",
        "CREDENTIALS_REFUSED, LINE",
        "NOT_ON_WHATSAPP, ANSWER",
        "REFUSED_BY_PROVIDER, ANSWER",
        "DOUBT_UNRESOLVED, ANSWER",
        "QUIET_HOURS, ANSWER",
        "EMAIL_REFUSED, ANSWER",
        "MAIL_UNREACHABLE, ANSWER",
        "SMS_NO_CREDIT, ANSWER",
        "SMS_REFUSED, ANSWER",
        "SMS_SENDER_BLOCKED, ANSWER",
        "SMS_COUNTRY_BLOCKED, ANSWER",
        "SMS_UNREACHABLE, ANSWER",
        "DEFECT, ANSWER"
    })
    void a_cause_says_what_is_at_fault(Cause cause, CauseKind kind) {
        assertThat(CauseKind.of(cause)).isEqualTo(kind);
    }

    @Test
    void every_cause_is_of_one_kind() {
        var all = Stream.of(CauseKind.values()).flatMap(kind -> kind.causes().stream()).toList();

        assertThat(all)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Cause.class));
    }
}
