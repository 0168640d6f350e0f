/** What every request meets: limits before its body is read, strict JSON, and RFC 9457 problems. */
package com.clinni.platform.http;
