/** Events in Kafka records: their headers, and the record that becomes a dead letter. */
@NullMarked
package com.clinni.events.kafka;

import org.jspecify.annotations.NullMarked;
