/** What this service asks Kafka about itself. */
package com.clinni.reminders.kafka;
