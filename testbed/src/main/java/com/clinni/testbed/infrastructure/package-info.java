/** A real Kafka and a real PostgreSQL, for one machine that has neither installed. */
package com.clinni.testbed.infrastructure;
