package com.clinni.whatsapp.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailingRecipientsTest {

    private final FailingRecipients recipients = new FailingRecipients();

    @Test
    void each_counts_once_until_it_is_served() {
        assertThat(recipients.failed("one", false)).isTrue();
        assertThat(recipients.failed("one", false)).isFalse();
        recipients.served("one");
        assertThat(recipients.failed("one", false)).isTrue();
    }

    @Test
    void an_error_that_may_be_its_own_counts_from_the_third_recipient_in_a_row_on() {
        assertThat(recipients.failed("one", true)).isFalse();
        assertThat(recipients.failed("two", true)).isFalse();
        assertThat(recipients.failed("one", true)).isFalse();
        assertThat(recipients.failed("three", true)).isTrue();
        assertThat(recipients.failed("four", true)).isTrue();
    }

    @Test
    void whoever_is_served_shows_that_the_line_works() {
        recipients.failed("one", true);
        recipients.failed("two", true);
        recipients.served("somebody else");

        assertThat(recipients.failed("three", true)).isFalse();
        assertThat(recipients.failed("one", true)).isFalse();
    }

    @Test
    void a_line_that_is_tried_anew_begins_a_new_row() {
        recipients.failed("one", true);
        recipients.failed("two", true);
        recipients.beginAnew();

        assertThat(recipients.failed("three", true)).isFalse();
    }

    @Test
    void those_of_long_ago_are_forgotten() {
        for (var n = 0; n <= 1_000; n++) {
            recipients.failed("number " + n, false);
        }
        assertThat(recipients.failed("number 1000", false)).isFalse();
        assertThat(recipients.failed("number 0", false)).isTrue();
    }
}
