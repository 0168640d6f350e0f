/** Events in Kafka records: their headers, and the record that becomes a dead letter. */
package com.clinni.events.kafka;
