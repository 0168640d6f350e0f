/**
 * Row-level security: what PostgreSQL shows to the running code is what its caller may see, even
 * where a statement forgets to ask.
 */
package com.clinni.platform.isolation;
