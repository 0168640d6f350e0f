/**
 * Kafka as every service uses it: publishing that waits for the broker, and the watch over this
 * node's consumers, of which one that stands still while work piles up needs a restart.
 */
package com.clinni.platform.kafka;
