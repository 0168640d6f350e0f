package com.clinni.testbed.run;

import java.util.Locale;
import java.util.ResourceBundle;

/** The status page as HTML, readable without colours, styles or scripts. */
final class StatusHtml {

    private static final String BUNDLE = "com.clinni.testbed.run.status";
    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String STYLE =
            "body{font-family:system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
                    + "color:#1b1b1b;background:#fff}table{border-collapse:collapse;width:100%}"
                    + "caption{text-align:left;margin-bottom:.5rem}th,td{text-align:left;"
                    + "padding:.4rem .6rem;border-bottom:1px solid #767676}a{color:#0b57a4}";

    private StatusHtml() {}

    static String page(StatusTable table, Locale language) {
        var words = words(language);
        var rows = new StringBuilder();
        table.rows().forEach(row -> rows.append(row(row, words)));
        var other = language.getLanguage().equals("es") ? "en" : "es";
        return """
        <!doctype html>
        <html lang="%s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%s</title><style>%s</style></head>
        <body><main>
        <h1>%s</h1>
        <p>%s</p>
        <table><caption>%s</caption>
        <thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead>
        <tbody>
        %s</tbody></table>
        <p><a href="/?lang=%s">%s</a> · <a href="/?lang=%s" lang="%s" hreflang="%s">%s</a></p>
        </main></body></html>
        """
                .formatted(
                        language.getLanguage(),
                        words.getString("title"),
                        STYLE,
                        words.getString("title"),
                        words.getString("intro"),
                        words.getString("caption"),
                        words.getString("part"),
                        words.getString("address"),
                        words.getString("state"),
                        rows,
                        language.getLanguage(),
                        words.getString("again"),
                        other,
                        other,
                        other,
                        words.getString("other"));
    }

    /** One sentence, where the page would be. */
    static String missing(Locale language) {
        var words = words(language);
        return """
        <!doctype html>
        <html lang="%s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%s</title><style>%s</style></head>
        <body><main><p>%s <a href="/">%s</a></p></main></body></html>
        """
                .formatted(
                        language.getLanguage(),
                        words.getString("title"),
                        STYLE,
                        words.getString("missing"),
                        words.getString("title"));
    }

    /** In that language and no other: this machine's own does not count. */
    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(BUNDLE, language, AS_ASKED);
    }

    /** Names of products are the same in every language. */
    private static String name(String name, ResourceBundle words) {
        return words.containsKey(name) ? words.getString(name) : name;
    }

    private static String row(StatusTable.Row row, ResourceBundle words) {
        var address =
                row.link()
                        ? "<a href=\"%s\">%s</a>".formatted(row.url(), row.url())
                        : "<code>%s</code>".formatted(row.url());
        var state = words.getString(row.up() ? "up" : "down");
        var health =
                row.health() == null
                        ? state
                        : "<a href=\"%s\">%s</a>".formatted(row.health(), state);
        return "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>%n"
                .formatted(name(row.name(), words), address, health);
    }
}
