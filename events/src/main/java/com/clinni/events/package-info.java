/** The published contract: each event as a record, its schema, and how it is read. */
@NullMarked
package com.clinni.events;

import org.jspecify.annotations.NullMarked;
