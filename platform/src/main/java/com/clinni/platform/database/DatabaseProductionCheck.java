package com.clinni.platform.database;

import com.clinni.platform.startup.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Objects to a database that others could read along with, or be. Less than {@code verify-full}
 * encrypts too, and does not look whose certificate it is.
 */
@Singleton
class DatabaseProductionCheck implements ProductionCheck {

    private static final String PROPERTIES = "quarkus.datasource.jdbc.additional-jdbc-properties.";
    private static final String DETAILS = PROPERTIES + "logServerErrorDetail";
    private static final Pattern MODE = Pattern.compile("[?&]sslmode=([^&]*)");
    private static final Pattern UNCHECKED = Pattern.compile("(?i)NonValidatingFactory");

    private final Config config;

    DatabaseProductionCheck(Config config) {
        this.config = config;
    }

    @Override
    public Stream<String> refusals() {
        return Stream.concat(ofTheServer(), ofDetails());
    }

    /** Without a word from anybody the driver puts the row into its exceptions. */
    private Stream<String> ofDetails() {
        return text(DETAILS).filter("false"::equals).isPresent()
                ? Stream.empty()
                : Stream.of(
                        "PostgreSQL's details, which quote rows, would stand in the log: leave "
                                + DETAILS
                                + " at false.");
    }

    private Stream<String> ofTheServer() {
        return Stream.of("quarkus.datasource.jdbc.url", "quarkus.flyway.jdbc-url")
                .filter(name -> text(name).filter(url -> !isVerified(url)).isPresent())
                .map(
                        name ->
                                ("PostgreSQL would be spoken to without knowing that it is ours:"
                                                + " add sslmode=verify-full to %s, and"
                                                + " sslrootcert=… where its certificate is not by"
                                                + " a public authority.")
                                        .formatted(name));
    }

    /** What stands in the address goes before what stands beside it. */
    private boolean isVerified(String url) {
        var inUrl = MODE.matcher(url);
        var mode = inUrl.find() ? Optional.of(inUrl.group(1)) : text(PROPERTIES + "sslmode");
        return mode.filter("verify-full"::equals).isPresent()
                && !UNCHECKED.matcher(url + text(PROPERTIES + "sslfactory").orElse("")).find();
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class);
    }
}
