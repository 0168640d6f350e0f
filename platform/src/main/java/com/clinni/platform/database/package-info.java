/** Named SQL statements on plain JDBC, in the caller's transaction. */
package com.clinni.platform.database;
