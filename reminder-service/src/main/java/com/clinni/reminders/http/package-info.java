/** What every request meets: the limit of its body, and problems as RFC 9457 has them. */
package com.clinni.reminders.http;
