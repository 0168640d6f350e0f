/**
 * One message's life: taken in, prepared, claimed, sent, settled, and where that fails found out,
 * handed over or expired.
 */
package com.clinni.whatsapp.dispatch;
