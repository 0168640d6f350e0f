/** Erasing a patient: what is to go here, and when nothing of the patient is under way any more. */
package com.clinni.fallback.erasure;
