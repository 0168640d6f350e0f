/**
 * The text of an SMS as the phone network carries it: the letters it has, the parts it is billed
 * as. Whoever shows a text before it leaves and whoever sends it use these, so that both say the
 * same.
 */
package com.clinni.events.sms;
