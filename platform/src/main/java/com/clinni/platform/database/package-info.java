/** Named SQL statements on plain JDBC, in the caller's transaction. */
@NullMarked
package com.clinni.platform.database;

import org.jspecify.annotations.NullMarked;
