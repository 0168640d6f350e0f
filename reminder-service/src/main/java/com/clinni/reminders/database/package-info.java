/** Named SQL statements on plain JDBC: they stand as SQL in {@code resources/sql}. */
package com.clinni.reminders.database;
