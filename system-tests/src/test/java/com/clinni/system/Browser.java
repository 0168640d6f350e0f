package com.clinni.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser as far as pages can tell: it keeps cookies, follows redirections and wants HTML. */
final class Browser implements AutoCloseable {

    private final CookieManager cookies;
    private final HttpClient following;
    private final HttpClient standing;

    Browser() {
        this(new CookieManager());
    }

    private Browser(CookieManager cookies) {
        this.cookies = cookies;
        following = client(Redirect.ALWAYS);
        standing = client(Redirect.NEVER);
    }

    private HttpClient client(Redirect redirect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(redirect)
                .build();
    }

    /** Whoever got hold of this browser's cookies as they are now. */
    Browser copied() {
        var copies = new CookieManager();
        for (var uri : cookies.getCookieStore().getURIs()) {
            cookies.getCookieStore()
                    .get(uri)
                    .forEach(cookie -> copies.getCookieStore().add(uri, cookie));
        }
        return new Browser(copies);
    }

    HttpResponse<String> open(String address) {
        return send(following, HttpRequest.newBuilder(URI.create(address)));
    }

    /** The first answer, wherever it leads. */
    HttpResponse<String> ask(String address) {
        return send(standing, HttpRequest.newBuilder(URI.create(address)));
    }

    /** Sends a form from a page of the same address. */
    HttpResponse<String> press(URI address, Map<String, String> form) {
        return send(following, form(address, form));
    }

    private static HttpRequest.Builder form(URI address, Map<String, String> form) {
        var body =
                form.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.getScheme() + "://" + address.getAuthority())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body));
    }

    /** Opens a page, chooses a person where the provider asks for one, and sees what comes. */
    HttpResponse<String> signIn(String address, String subject) {
        var chooser = open(address);
        if (!chooser.body().contains("value=\"" + subject + "\"")) {
            throw new IllegalStateException("nobody asks who it is: " + chooser.statusCode());
        }
        return press(chooser.uri(), Map.of("username", subject));
    }

    /** The address by which the provider sends somebody back who was chosen there. */
    String chosen(String address, String subject) {
        var chooser = open(address);
        var answer = send(standing, form(chooser.uri(), Map.of("username", subject)));
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Override
    public void close() {
        following.close();
        standing.close();
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
