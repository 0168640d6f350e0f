package com.clinni.identity;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The sign-in page's HTML: readable without styles, and without a script. */
final class SignInHtml {

    private static final String STYLE =
            """
            :root{color-scheme:light dark}
            body{font-family:system-ui,sans-serif;line-height:1.5;max-width:34rem;margin:2rem auto;padding:0 1rem}
            .only-here{border-left:.4rem solid #b45309;padding:.5rem 1rem;margin:1.5rem 0}
            ul{list-style:none;padding:0}
            li{margin:.75rem 0}
            button{font:inherit;text-align:left;width:100%;min-height:3rem;padding:.75rem 1rem;cursor:pointer;\
            border:2px solid #0b57a4;border-radius:.5rem;background:Canvas;color:CanvasText}
            button:hover{background:#0b57a4;color:#fff}
            button:focus-visible{outline:3px solid #b45309;outline-offset:2px}
            button b,button span{display:block}
            """;

    private SignInHtml() {}

    static String page(
            String language,
            ResourceBundle words,
            String buttons,
            @Nullable String otherQuery,
            String other) {
        return """
        <!doctype html>
        <html lang="%s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title><style>%s</style></head>
        <body><main>
        <h1>%s</h1>
        <p class="only-here">%s</p>
        <p id="who">%s</p>
        <form method="post"><ul aria-labelledby="who">
        %s</ul></form>
        <p><a href="?%s" lang="%s" hreflang="%s">%s</a></p>
        </main></body></html>
        """
                .formatted(
                        language,
                        words.getString("title"),
                        STYLE,
                        words.getString("title"),
                        words.getString("only-here"),
                        words.getString("who"),
                        buttons,
                        escaped(otherQuery == null ? "" : otherQuery),
                        other,
                        other,
                        words.getString("other"));
    }

    static String button(Person person, String roles) {
        return """
        <li><button name="username" value="%s"><b>%s</b><span>%s</span></button></li>
        """
                .formatted(escaped(person.subject()), escaped(person.name()), escaped(roles));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
