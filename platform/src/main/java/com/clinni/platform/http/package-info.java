/**
 * HTTP as every service speaks it: limits before a body is read, strict JSON, and RFC 9457
 * problems.
 */
package com.clinni.platform.http;
