/**
 * How an event travels in a Kafka record: its headers, and the record that becomes a dead letter.
 */
@NullMarked
package com.clinni.events.kafka;

import org.jspecify.annotations.NullMarked;
