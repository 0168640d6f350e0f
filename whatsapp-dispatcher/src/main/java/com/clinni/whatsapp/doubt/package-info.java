/** Messages that may have been sent: whoever finds out ends the doubt, and else a rule does. */
package com.clinni.whatsapp.doubt;
