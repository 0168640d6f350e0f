/**
 * Corrections: when a visit is moved or cancelled after its patient may have been told of it, one
 * message says so, or it is found out that none is needed.
 */
package com.clinni.appointments.correction;
