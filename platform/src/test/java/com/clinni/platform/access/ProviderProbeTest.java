package com.clinni.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider's certificate is of nobody whom the JVM trusts. */
class ProviderProbeTest {

    private static final String PASSWORD = "only-for-tests";

    @TempDir private Path directory;
    private SSLContext ours;
    private HttpsServer provider;

    @BeforeEach
    void start() throws Exception {
        ours = certificate(directory.resolve("provider.p12"));
        provider =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.setHttpsConfigurator(new HttpsConfigurator(ours));
        provider.createContext(
                "/clinni/.well-known/openid-configuration",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void whom_the_settings_of_sign_in_trust_is_trusted() {
        assertThat(probe(Optional.of("provider")).answers()).isTrue();
        assertThat(probe(Optional.empty()).answers()).as("by the JVM alone").isFalse();
    }

    private ProviderProbe probe(Optional<String> tls) {
        var issuer = "https://localhost:" + provider.getAddress().getPort() + "/clinni";
        return new ProviderProbe(Optional.of(issuer), tls, registry());
    }

    private TlsConfigurationRegistry registry() {
        var configured =
                (TlsConfiguration)
                        Proxy.newProxyInstance(
                                TlsConfiguration.class.getClassLoader(),
                                new Class<?>[] {TlsConfiguration.class},
                                (self, method, arguments) ->
                                        method.getName().equals("createSSLContext") ? ours : null);
        return (TlsConfigurationRegistry)
                Proxy.newProxyInstance(
                        TlsConfigurationRegistry.class.getClassLoader(),
                        new Class<?>[] {TlsConfigurationRegistry.class},
                        (self, method, arguments) -> Optional.of(configured));
    }

    private static SSLContext certificate(Path file)
            throws IOException, InterruptedException, GeneralSecurityException {
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
