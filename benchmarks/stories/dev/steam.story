jul = Jules Abernathy | Jules | X
hun = Hunter Kowalczyk | Hunter | M
sky = Sky | the barista | F
mel = Mrs. Delacroix | Delacroix; the old lady; the owner; Odette; Odette Delacroix | F
stu = the customer | the man in the suit; the suit; customer | M
dad = Hunter's father | Dad; the older man; Mr. Kowalczyk; Stan | M
===
Steam
a coffee shop AU

The first thing Jules noticed about the new guy was that he said thank you to the espresso machine.

<jul i|"Did you just...">

<hun i|"What?"> He turned around. He had milk on his chin and the kind of shoulders that made the apron look like a bib. <hun +|"Oh. Yeah. Sorry. My mom raised me weird.">

<jul i|"No, it's fine. She likes manners. Her name's Brenda.">

<hun i|"The machine's name is Brenda?">

<jul e|"She's old,"> said Jules. <jul +|"It suits her.">

The new guy thought about that very seriously and then he patted Brenda on the side, and that was it, really. Jules was doomed. They had been at the Copper Pot for three years and had watched eleven new hires come and go, and not one of them had ever patted Brenda.

<sky e|"You're staring,"> Sky murmured as she slid past with a tray.

<jul i|"I'm training him.">

<sky i|"With your eyes?">

<jul a|"Go wipe a table,"> they told her.

She grinned and went. Sky was nineteen and changed her hair every week and had never in her life failed to say what she was thinking. This week it was green.

<hun i|"So what do I call you? The schedule just says J.">

<jul i|"Jules. They and them, if you're talking about me behind my back.">

<hun i|"I'm Hunter. He, him. I wasn't planning to, but okay.">

***

By the second week he could do a rosetta. By the third he'd learned the regulars. There was the woman with the twins, and the guy who only ever ordered ice; and there was the old lady in the corner who came each morning at seven and drank one black coffee as though it was a punishment.

<hun a|"Who's that?"> he asked.

Jules didn't need to look. <jul i|"That's Mrs. Delacroix. Don't stare.">

<hun i|"She's been glaring at me since Tuesday.">

<jul i|"She does that with everyone. She owns the place.">

<hun i|"She *owns* it?"> His voice went up. At the corner table, a white eyebrow did too. <hun +|"Why didn't anyone tell me? I gave her decaf on Wednesday!">

<jul i|"You did what?">

<hun i|"We were out of the dark roast!">

<mel a|"Young man,"> said the old lady.

She hadn't spoken loudly. She didn't have to. Hunter went over with his hands behind him like a boy sent to the principal.

<hun i|"Ma'am.">

<mel i|"On Wednesday you gave me something.">

<hun i|"Yes, ma'am. I'm really sorry. It won't happen again.">

<mel e|"I slept,"> said Mrs. Delacroix. <mel +|"For the first time since Henri died, I slept until six. You will give it to me every day, and you will not tell me that you do it. Is this clear?">

<hun i|"...Yes, ma'am?">

<mel i|"Good. Your posture is terrible. Go away.">

When he came back behind the counter his ears were bright red, and Jules was laughing so hard that they had to hold on to the fridge.

<hun a|"Shut up,"> he said, but he was smiling.

<jul i|"She likes you.">

<hun i|"That's *liking*?">

<jul i|"She hasn't said that many words in a row since I've worked here.">

***

The man in the suit came in on a Friday, in the middle of the rush, with his phone held out in front of him like a torch.

<stu i|"Excuse me. Hey. I ordered oat.">

Sky checked the cup. <sky i|"It says oat.">

<stu i|"It doesn't taste like oat. Can I talk to the guy? The other guy?"> He snapped his fingers at Jules. <stu +|"Sir? Ma'am? Whatever you are?">

The whole line went quiet. Jules had a rag in one hand. They noticed that they were folding it, very neatly, into smaller and smaller squares.

<jul i|"I can remake it for you.">

<stu i|"I don't want it remade, I want to know if—">

<hun i|"Hey."> Hunter had put the milk jug down. He wasn't loud either; he must have been taking lessons. <hun +|"Their name's Jules. It's on the badge. They make the best coffee in this city and they've been on since five. You can say sorry, or you can go get your oat someplace else.">

<stu i|"Are you threatening me?">

<hun i|"No, sir. I'm reading you the menu.">

Somebody in the line clapped. The customer looked around for an ally, found only Mrs. Delacroix's eyebrow, and left.

<sky e|"Oh my God,"> Sky whispered. <sky +|"Marry him.">

<jul i|"Sky.">

<sky i|"I'm just saying. Someone should.">

***

After closing they mopped. It was Jules's favorite time, with the chairs up and the street lamps coming on and Brenda ticking as she cooled.

<jul i|"You didn't have to do that.">

<hun i|"Yeah, I did."> He was leaning on the mop. <hun +|"Did it make it worse? Sometimes when people do that it makes it worse. I should've asked.">

<jul i|"It didn't make it worse.">

<hun i|"Okay. Good."> He pushed the mop a foot to the left, and a foot to the right. <hun +|"My dad used to talk to people like that. Waitresses and stuff. I always just sat there. So.">

<jul i|"So.">

<hun i|"So I practiced in the mirror.">

Jules put their own mop down. <jul i|"You practiced."> 

<hun i|"The menu line. Like, for years.">

There was a knock on the glass. An older man stood under the awning, big in the shoulders, holding a cap in both hands. Hunter went so pale that his freckles stood out.

<hun a|"That's him,"> he said. <hun +|"That's my dad.">

<jul i|"Do you want me to tell him we're closed?">

<hun i|"No. I don't know. Yes."> He breathed in. <hun +|"No.">

He unlocked the door. The two of them stood there on either side of the mat, exactly the same height.

<dad e|"I saw the thing,"> said Hunter's father. <dad +|"That girl with the green hair put it on the internet. Your mother showed me.">

<hun i|"Okay.">

<dad i|"I watched it a few times."> The cap went round. <dad +|"I never liked that fella, the one in the suit. And I thought, who's he remind me of?">

Hunter said nothing at all.

<dad i|"I'm not asking for anything. I just figured I'd come and say sorry. And maybe buy a coffee, if you're... no, you're closed. I can see you're closed.">

<jul e|"We're not,"> said Jules. They had already gone back behind the counter; they had their hand on the switch. <jul +|"Say hi to Brenda, Mr. Kowalczyk. She likes manners.">

The older man looked at his son. His son wiped his nose on his sleeve and gave a sort of laugh.

<hun i|"You have to say thank you. After.">

<dad i|"To the machine?">

<hun i|"Dad. Just do it.">
