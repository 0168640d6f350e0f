package com.clinni.platform.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A class comment begins with its subject, or with what the class does. */
class ClassCommentsTest {

    private static final Pattern WITHOUT_SUBJECT =
            Pattern.compile(
                    "(What|Whatever|How|Where|Who|Whom|Whoever|Whose|Whether|When|Which|Why"
                            + "|Everything|Nothing|Nobody)\\b.*");

    @Test
    void no_class_comment_begins_with_a_question_word() throws IOException {
        var comments =
                JavaSource.ofAllModules().stream()
                        .filter(source -> !source.isTest())
                        .filter(
                                source ->
                                        source.comment()
                                                .filter(ClassCommentsTest::hasNoSubject)
                                                .isPresent())
                        .map(source -> source.name() + ": " + source.comment().orElseThrow());

        assertThat(comments).isEmpty();
    }

    @Test
    void a_comment_that_opens_with_a_question_word_is_found() {
        assertThat(hasNoSubject(commentOf("/** What a thing says. */"))).isTrue();
        assertThat(hasNoSubject(commentOf("/**\n * Whether it is so.\n */"))).isTrue();
        assertThat(hasNoSubject(commentOf("/** Whatsoever it is. */"))).isFalse();
        assertThat(hasNoSubject(commentOf("/** The reason why it is so. */"))).isFalse();
    }

    private static String commentOf(String comment) {
        return new JavaSource("sample", false, comment + "\nclass Sample {}")
                .comment()
                .orElseThrow();
    }

    private static boolean hasNoSubject(String comment) {
        return WITHOUT_SUBJECT.matcher(comment).matches();
    }
}
