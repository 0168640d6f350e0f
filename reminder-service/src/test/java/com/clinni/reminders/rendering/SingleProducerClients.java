package com.clinni.reminders.rendering;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;

/** A client service with one producer for every channel. */
record SingleProducerClients(Producer<String, byte[]> producer) implements KafkaClientService {

    @Override
    public <K, V> List<KafkaConsumer<K, V>> getConsumers(String channel) {
        return List.of();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> KafkaProducer<K, V> getProducer(String channel) {
        return (KafkaProducer<K, V>)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {KafkaProducer.class},
                        (_, method, _) ->
                                switch (method.getName()) {
                                    case "unwrap" -> producer;
                                    case "flush" -> Uni.createFrom().voidItem();
                                    default -> throw new UnsupportedOperationException();
                                });
    }

    @Override
    public Set<String> getConsumerChannels() {
        return Set.of();
    }

    @Override
    public Set<String> getProducerChannels() {
        return Set.of();
    }
}
