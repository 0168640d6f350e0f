/** The published contract: each event as a record, its schema, and how it is read. */
package com.clinni.events;
