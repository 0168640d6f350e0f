/** Named SQL statements on plain JDBC: the hot paths stand as SQL in {@code resources/sql}. */
package com.clinni.whatsapp.database;
