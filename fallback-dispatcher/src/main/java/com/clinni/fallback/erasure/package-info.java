/**
 * Erasing a patient: the order comes as an event, and is done when nothing of the patient is under
 * way.
 */
package com.clinni.fallback.erasure;
