package com.clinni.platform.digest;

import com.clinni.events.digest.KeyedDigest;
import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.platform.startup.StartCheck;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Objects to a start without the secret of keyed digests, and to a start with another one than
 * before: what is stored under its digest would not be found any more, and nobody would notice.
 */
@Singleton
class DigestSecretCheck implements StartCheck {

    private static final Sql REMEMBER = Sql.named("digest/remember-secret");
    private static final Sql REMEMBERED = Sql.named("digest/remembered-secret");

    private final Optional<String> secret;
    private final Database database;

    DigestSecretCheck(DigestConfig config, Database database) {
        this.secret = config.secret();
        this.database = database;
    }

    @ActsForService("check-start")
    @Override
    public Stream<String> refusals() {
        if (secret.filter(DigestSecretCheck::isLongEnough).isEmpty()) {
            return Stream.of(
                    "Digests of names and addresses need a secret: set digest.secret to %d random"
                                    .formatted(KeyedDigest.SHORTEST_SECRET)
                            + " characters or more, the same in every service that needs it, and"
                            + " keep it for ever.");
        }
        return isTheSameAsBefore(new KeyedDigest(secret.get()).of("secret"))
                ? Stream.empty()
                : Stream.of(
                        "digest.secret is not the one that this service's database was filled"
                                + " with: set the one before again, for nothing that is stored"
                                + " under its digests would be found.");
    }

    private static boolean isLongEnough(String text) {
        return text.length() >= KeyedDigest.SHORTEST_SECRET;
    }

    /** The first secret is remembered by a digest of nothing. */
    private boolean isTheSameAsBefore(UUID proof) {
        database.update(REMEMBER, Map.of("proof", proof));
        return database.first(REMEMBERED, Map.of(), row -> row.uuid("proof"))
                .filter(proof::equals)
                .isPresent();
    }
}
