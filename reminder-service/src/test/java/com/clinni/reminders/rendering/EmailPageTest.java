package com.clinni.reminders.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.clinni.reminders.template.Language;
import org.junit.jupiter.api.Test;

class EmailPageTest {

    private final EmailPage page = new EmailPage();

    @Test
    void paragraphs_and_line_breaks_follow_the_text() {
        assertThat(page.of(Language.ES, "Asunto", "uno\ndos\n\ntres"))
                .contains("<p>uno<br>\ndos</p>\n<p>tres</p>")
                .contains("<title>Asunto</title>");
    }

    @Test
    void the_page_says_its_language_and_is_readable_in_the_dark_and_on_a_phone() {
        assertThat(page.of(Language.EN, "s", "t"))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("name=\"color-scheme\" content=\"light dark\"")
                .contains("name=\"viewport\"")
                .doesNotContain("<img", "http://", "https://", "<script");
    }

    @Test
    void values_are_escaped_and_not_looked_at_again() {
        assertThat(page.of(Language.ES, "<b>&\"'", "<script>%title%</script> $1 \\ 🙂"))
                .contains("<title>&lt;b&gt;&amp;&quot;&#39;</title>")
                .contains("<p>&lt;script&gt;%title%&lt;/script&gt; $1 \\ 🙂</p>")
                .doesNotContain("<script>", "%lang%", "%body%");
    }
}
